/** Whether there is a person to ask: on standard error, so that standard output has nothing but the answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** How many questions are open. */
let asking = 0

/** Whether a person is being asked, and the line belongs to them. */
export function isAsking(): boolean {
  return asking > 0
}

/** Lets a prompt or another program have the terminal, until the returned function is called (twice is fine). */
export function lendTerminal(): () => void {
  asking += 1
  let isOver = false
  return () => {
    if (!isOver) asking -= 1
    isOver = true
  }
}
