/** The sample's survey exports that lie in static/sample, for trying the upload. */
export const sampleFiles = [
  { fileName: 'friendly-calls-before.csv', program: 'Riverside Friendly Calls', wave: 'before' },
  { fileName: 'friendly-calls-after.csv', program: 'Riverside Friendly Calls', wave: 'after' },
  { fileName: 'tuesday-garden-club-before.csv', program: 'Tuesday Garden Club', wave: 'before' },
  { fileName: 'tuesday-garden-club-after.csv', program: 'Tuesday Garden Club', wave: 'after' }
] as const
