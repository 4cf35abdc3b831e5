import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { HostCall, HostCalls, HostReply } from './host-calls.ts';

/** A process with one engine in it, from outside. One question at a time. */
export interface HostedEngine {
	ask<Call extends HostCall>(call: Call, argument: Parameters<HostCalls[Call]>[0]): ReturnType<HostCalls[Call]>;
	/** From its start until it could be asked: what any process costs, whatever the engine. */
	readonly startMillis: number;
	end(): Promise<void>;
}

/** More than a million passages take, for the engines that keep them all in memory. */
const heapMegabytes = 12_000;

export async function startHost(): Promise<HostedEngine> {
	const start = performance.now();
	const child = fork(path.join(import.meta.dirname, 'host.ts'), {
		execPath: process.execPath,
		execArgv: ['--expose-gc', `--max-old-space-size=${heapMegabytes}`],
		env: { ...process.env, NODE_NO_WARNINGS: '1' },
		serialization: 'advanced',
	});
	const ended = once(child, 'exit');
	let settle: (reply: HostReply) => void = () => undefined;
	const reply = () =>
		new Promise<unknown>((resolve, reject) => {
			settle = (answer) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer.value));
		});
	child.on('message', (answer: HostReply) => settle(answer));
	child.on('exit', (status) => settle({ error: `an engine’s process ended with ${status}` }));
	await reply();
	return {
		startMillis: performance.now() - start,
		ask<Call extends HostCall>(call: Call, argument: Parameters<HostCalls[Call]>[0]) {
			const answer = reply();
			child.send({ call, argument });
			return answer as ReturnType<HostCalls[Call]>;
		},
		async end() {
			child.kill();
			await ended;
		},
	};
}
