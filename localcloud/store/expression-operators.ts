import { Context, evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as pipelines from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import type { AnyObject, Options } from 'mingo/types';
import { isDoc, type Doc, type Value } from '../protocol/values';
import { compare } from './compare';
import { isoWeekYear, weekOfYear } from './weeks';

/** `on` is a document or, in `$group`, the documents of a group; `operand` the expression after the operator's name. */
type Operator = (on: AnyObject, operand: unknown, options: Options) => unknown;

/** Values of an operand that is a list, or of one that stands alone. What mingo hands through is what documents hold. */
function valuesOf(on: AnyObject, operand: unknown, options: Options): Value[] {
  const value: unknown = evalExpr(on, operand, options);
  return (Array.isArray(value) ? value : [value]) as Value[];
}

// Between types BSON's order of types decides; mingo says no to both.
function comparison(accepts: (order: number) => boolean): Operator {
  return (on, operand, options) => {
    const [a, b] = valuesOf(on, operand, options);
    return accepts(compare(a, b));
  };
}

// mingo counts UTF-16 units for both.
function indexOf(name: string, parts: (text: string) => ArrayLike<unknown>): Operator {
  return (on, operand, options) => {
    const [text, part, ...bounds] = valuesOf(on, operand, options);
    if (text === null || text === undefined) return null;
    if (typeof text !== 'string' || typeof part !== 'string') throw new Error(`${name} needs two texts`);
    if (bounds.length > 0) throw new Error(`${name} with a start is not supported by localcloud`);
    const at = text.indexOf(part);
    return at < 0 ? -1 : parts(text.slice(0, at)).length;
  };
}

/** A fact about the day of a date, given bare or as `{ date, timezone }`. */
function ofDay(fact: (day: Date) => number): Operator {
  return (on, operand, options) => {
    const given = isDoc(operand) && 'date' in operand ? operand : { date: operand };
    const day: unknown = evalExpr(on, { $dateToString: { ...given, format: '%Y-%m-%d' } }, options);
    return typeof day === 'string' ? fact(new Date(day)) : null;
  };
}

const mergeObjects: Operator = (on, operand, options) => {
  const items: unknown[] = Array.isArray(on)
    ? accumulators.$push(on, operand, options)
    : valuesOf(on, operand, options);
  const merged: Doc = {};
  for (const item of items) if (isDoc(item)) Object.assign(merged, item);
  return merged;
};

const OWN: Readonly<Record<string, Operator>> = {
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => Buffer.from(text)),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $week: ofDay(weekOfYear),
  $isoWeekYear: ofDay(isoWeekYear),
  $mergeObjects: mergeObjects,
  // mingo takes a list only; a number may stand alone.
  $trunc: (on, operand, options) =>
    expressions.$trunc(on, Array.isArray(operand) ? operand : [operand], options),
  // Of one value there is no sample: null, where mingo divides by zero.
  $stdDevSamp: (on, operand, options) => {
    const docs = Array.isArray(on) ? on : [on];
    const deviation = accumulators.$stdDevSamp(docs, operand, options);
    return Number.isNaN(deviation) ? null : deviation;
  },
};

/**
 * mingo's operators, with ours in front of those it has otherwise or not at all.
 * Each of ours is held to the reference by an obligation in `tests/parity`.
 */
export const operators: Context = Context.from(
  // mingo types an operator by the union of its own; ours are looser at this border.
  Context.init({ expression: { ...OWN } as Record<string, never> }),
  Context.init({
    accumulator: accumulators,
    expression: expressions,
    pipeline: pipelines,
    projection: projections,
    query: queries,
  }),
);
