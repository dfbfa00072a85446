/** Compares a secret with a guess; how long it takes tells nothing of how much of the guess is right. */
export function sameText(guess: string, secret: string): boolean {
  let difference = guess.length ^ secret.length
  for (let index = 0; index < secret.length; index += 1)
    difference |= (guess.charCodeAt(index) || 0) ^ secret.charCodeAt(index)
  return difference === 0
}
