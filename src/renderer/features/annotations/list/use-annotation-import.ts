import { useNavigate } from '@tanstack/react-router';
import { showError } from '#renderer/ui/toast.ts';
import { importAnnotations } from './annotation-files.ts';

/** Imports a file that the person chooses, and shows the report that accounts for every annotation in it. */
export function useAnnotationImport(): () => void {
	const navigate = useNavigate();
	return () => {
		importAnnotations()
			.then((jobId) => jobId && navigate({ to: '/adding/{-$jobId}', params: { jobId } }))
			.catch(showError);
	};
}
