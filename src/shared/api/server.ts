import * as v from 'valibot';
import { AppError, toErrorData } from '../domain/app-error.ts';
import { type ArchiveHandlers, argumentSchemas } from './contract.ts';
import type { AnswerMessage, CallMessage } from './envelope.ts';

const messageSchema = v.object({
	id: v.number(),
	noun: v.string(),
	call: v.string(),
	argument: v.optional(v.unknown()),
});

type AnyHandler = (argument: unknown) => unknown;

/**
 * Answers one message from a client that is not trusted: its form, the call's name and the argument are checked before
 * anything runs, and every failure becomes data. Gives null for what is not even a numbered message.
 *
 * @param toldAs what a person is told of an error that is not ours
 */
export async function answer(
	handlers: ArchiveHandlers,
	received: unknown,
	toldAs: (error: unknown) => unknown = (error) => error,
): Promise<AnswerMessage | null> {
	const parsed = v.safeParse(messageSchema, received);
	if (!parsed.success) return null;
	const { id } = parsed.output;
	try {
		return { id, ok: true, value: await run(handlers, parsed.output as CallMessage) };
	} catch (error) {
		return { id, ok: false, error: toErrorData(toldAs(error)) };
	}
}

function run(handlers: ArchiveHandlers, { noun, call, argument }: CallMessage): unknown {
	const schema = own(own(argumentSchemas, noun), call) as v.GenericSchema | undefined;
	const handler = own(own(handlers, noun), call) as AnyHandler | undefined;
	if (!schema || !handler) throw new AppError('invalid-input', { reason: `${noun}.${call}` });
	const checked = v.safeParse(schema, argument ?? undefined);
	if (!checked.success)
		throw new AppError('invalid-input', { reason: `${noun}.${call}: ${firstIssue(checked.issues)}` });
	return handler(checked.output);
}

/** A property of the object itself: a client must not reach `constructor` or `__proto__`. */
function own(object: unknown, key: string): unknown {
	return typeof object === 'object' && object !== null && Object.hasOwn(object, key)
		? (object as Record<string, unknown>)[key]
		: undefined;
}

function firstIssue(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
	const path = v.getDotPath(issues[0]);
	return path ? `${path} ${issues[0].message}` : issues[0].message;
}
