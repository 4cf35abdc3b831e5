import { create } from 'zustand';
import { desktop } from './desktop.ts';

/** Requests outside the app that the session refused; null in a browser, where nobody counts them. */
export const useRefusedRequests = create<{ count: number | null }>(() => ({ count: desktop ? 0 : null }));

desktop?.onRefusedRequest((count) => useRefusedRequests.setState({ count }));
void desktop?.refusedRequests().then((count) => useRefusedRequests.setState({ count }));
