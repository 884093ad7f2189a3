/** How far the frame has to move, which begins 2 px before its button, to stand between nought and the last place in sight. */
export function inside(button: number, last: number): number {
  return Math.max(0, Math.min(button - 2, last)) - button;
}
