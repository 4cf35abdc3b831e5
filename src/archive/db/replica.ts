import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { newId, type ReplicaId } from '#shared/domain/ids.ts';
import type { Connection } from './connection.ts';
import { noteKnownChanges } from './known-changes.ts';

/**
 * The replica that writes to this file: the last one if file and device are the same, else a new one. A file that was
 * copied must not go on under the same replica, or two copies would give out the same clocks.
 * @param deviceId a random id that this device keeps; only a digest of it together with the file's inode is stored.
 */
export function findReplica(connection: Connection, path: string, deviceId: string, now: number): ReplicaId {
	const fingerprint = fingerprintOf(path, deviceId);
	const known = connection.get<{ id: ReplicaId }>(
		'SELECT id FROM replicas WHERE fingerprint = ? ORDER BY created_at DESC LIMIT 1',
		fingerprint,
	);
	const id = known?.id ?? newId<ReplicaId>();
	connection.transaction(() => {
		if (!known) insertReplica(connection, id, fingerprint, now);
		noteKnownChanges(connection, id);
	});
	return id;
}

function insertReplica(connection: Connection, id: ReplicaId, fingerprint: string, now: number): void {
	connection.run(
		'INSERT INTO replicas (id, fingerprint, created_at) VALUES (?, ?, ?)',
		id,
		fingerprint,
		new Date(now).toISOString(),
	);
}

function fingerprintOf(path: string, deviceId: string): string {
	const { dev, ino } = path === ':memory:' ? { dev: 0, ino: 0 } : statSync(path);
	return createHash('sha256').update(`${deviceId}/${dev}/${ino}`).digest('hex').slice(0, 32);
}
