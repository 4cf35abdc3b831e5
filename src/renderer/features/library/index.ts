export function LibraryPage() {
	return null;
}
export function CollectionList() {
	return null;
}
