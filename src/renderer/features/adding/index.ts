export function AddingPage() {
	return null;
}
