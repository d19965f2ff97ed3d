import { createBuilder } from 'vite'

// What `vite build` does, and then an end: the messages' compiler leaves timers behind that would hold it for thirty
// seconds more.
const builder = await createBuilder({ logLevel: 'warn' }, null)
await builder.buildApp()
process.exit()
