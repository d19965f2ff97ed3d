/** Characters in a password. No other rule: length is what helps, and rules about signs only make people tired. */
export const passwordLength = { min: 12, max: 128 }
