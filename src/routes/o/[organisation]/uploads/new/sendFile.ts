/**
 * Sends a file's bytes as they are, and says how many have gone. XMLHttpRequest, because fetch cannot tell how far an
 * upload has come.
 */
export function sendFile(
  url: string,
  file: File,
  progress: (sent: number) => void
): Promise<{ upload: string } | { problem: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = (event) => progress(event.loaded)
    request.onload = () => resolve(answer(request))
    request.onerror = () => resolve({ problem: '' })
    request.open('PUT', url)
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.send(file)
  })
}

function answer({ status, response }: XMLHttpRequest): { upload: string } | { problem: string } {
  if (status === 201 && typeof response?.upload === 'string') return { upload: response.upload }
  return { problem: typeof response?.message === 'string' ? response.message : '' }
}
