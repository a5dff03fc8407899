// Packs for tests.
import type { Pack, PackFile, Requirement, Status, Step } from '../src/core/status';

export const FOLDER = 'file:///designs/shop';

export function requirement(id: string, status: Status, line?: number, file = '05A.md'): Requirement {
  const place = { uri: `${FOLDER}/${file}`, start: { line: line ?? 0, character: 0 }, end: { line: line ?? 0, character: 5 } };
  return {
    id,
    title: `Title of ${id}`,
    status,
    evidence: status === 'missing' ? [] : [place],
    ...(status === 'missing' && line !== undefined ? { place } : {}),
  };
}

export function step(number: number, id: string, requirements: readonly Requirement[]): Step {
  return { id, number, title: `Step ${id}`, requirements };
}

export function file(role: string, steps: readonly Step[], present = true): PackFile {
  return { role, name: `${role}.md`, uri: `${FOLDER}/${role}.md`, present, steps };
}

export function pack(...files: readonly PackFile[]): Pack {
  return { name: 'shop', uri: FOLDER, files };
}
