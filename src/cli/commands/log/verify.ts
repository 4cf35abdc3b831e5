import type { CustodyCheck } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../../output.ts';
import type { Session } from '../../session.ts';

/**
 * Recomputes every chain, and says where a head that was written down stands in the log; status 1 when an entry does not
 * fit, or no state of the log has that head.
 */
export async function verifyLog({ calls }: Session, { head }: { head?: string }, output: Output): Promise<number> {
	const check = await calls.custody.check(head === undefined ? {} : { head });
	output.json(check);
	for (const line of checkLines(check)) output.line(line);
	return check.firstBad || check.match?.state === 'unknown' ? 1 : 0;
}

/** What a check of the log found, in sentences. */
export function checkLines({ firstBad, entryCount, head, match }: CustodyCheck): string[] {
	const chain = firstBad
		? message('cli.verify.custodyBroken', { sequence: firstBad.sequence, replica: firstBad.replicaId })
		: message('cli.verify.custody', { count: entryCount, head });
	if (!match) return [chain];
	const entries = match.state === 'earlier' ? match.entriesSince : 0;
	return [chain, message(`custody.match.${match.state}`, { entries })];
}
