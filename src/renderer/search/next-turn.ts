/** After the messages that wait already, and what they put off till after themselves. */
export function nextTurn(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
