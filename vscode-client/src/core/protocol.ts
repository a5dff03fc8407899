// Reads the answer of `hld.packStatus`, which comes from another program and may be of another
// version: what is not understood is left out rather than trusted.

import type { Pack, PackFile, Place, Position, Requirement, Status, Step } from './status';

type Json = Readonly<Record<string, unknown>>;

export function readPacks(answer: unknown): Pack[] {
  const packs = isObject(answer) ? answer['packs'] : answer;
  return objects(packs).map((pack) => ({
    name: text(pack['name']),
    uri: text(pack['uri']).replace(/\/+$/, ''),
    files: objects(pack['files']).map(packFile),
  }));
}

function packFile(file: Json): PackFile {
  const uri = text(file['uri']);
  return {
    role: text(file['role']),
    name: text(file['name']),
    uri,
    present: file['present'] !== false,
    steps: objects(file['steps']).map((step) => stepOf(step, uri)),
  };
}

function stepOf(step: Json, uri: string): Step {
  return {
    id: text(step['id']),
    number: typeof step['number'] === 'number' ? step['number'] : 0,
    title: text(step['title']),
    ...optionalPlace(step['range'], uri),
    requirements: objects(step['requirements']).map((row) => requirement(row, uri)),
  };
}

function requirement(row: Json, uri: string): Requirement {
  return {
    id: text(row['id']),
    title: text(row['title']),
    status: status(row['status']),
    evidence: objects(row['evidence'])
      .map((piece) => place(piece, uri))
      .filter((piece) => piece !== undefined),
    ...optionalPlace(row['belongs'], uri),
  };
}

function status(value: unknown): Status {
  return value === 'met' || value === 'weak' || value === 'notApplicable' ? value : 'missing';
}

function optionalPlace(value: unknown, uri: string): { place?: Place } {
  const found = isObject(value) ? place(value, uri) : undefined;
  return found === undefined ? {} : { place: found };
}

function place(value: Json, uri: string): Place | undefined {
  const range = isObject(value['range']) ? value['range'] : value;
  const start = position(range['start']);
  const end = position(range['end']);
  return start === undefined || end === undefined
    ? undefined
    : { uri: typeof value['uri'] === 'string' ? value['uri'] : uri, start, end };
}

function position(value: unknown): Position | undefined {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number'
    ? { line: value['line'], character: value['character'] }
    : undefined;
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
