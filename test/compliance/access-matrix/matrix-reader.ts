import {
  accessMatrix,
  type AccessMatrix,
  type Cause,
  type Cell,
  type Door,
  type GuardrailUse,
} from '../../../lib/compliance/access-matrix/access-matrix';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { assemblyOf } from '../../support/judge-template';

/** One cell, by names: the principal's and the model's begin so. */
export interface Wanted {
  readonly who: string;
  readonly door: Door;
  readonly from: 'endpoint' | 'elsewhere';
  readonly model?: string;
  readonly guardrail?: GuardrailUse;
}

/** Looks cells up in a matrix. */
export class MatrixReader {
  readonly matrix: AccessMatrix;

  constructor(...templates: readonly JsonObject[]) {
    const matrix = accessMatrix(assemblyOf(...templates));
    if (!matrix) throw new Error('there is no matrix');
    this.matrix = matrix;
  }

  /** `allowed`, or `denied` and by what: `identity:NoOtherModel`; `endpoint` where nothing there allows it. */
  said(wanted: Wanted): string {
    const { verdict, by } = this.cell(wanted);
    return [verdict, ...by.map(causeText)].join(' ');
  }

  verdict(wanted: Wanted): Cell['verdict'] {
    return this.cell(wanted).verdict;
  }

  cell({ who, door, from, model, guardrail }: Wanted): Cell {
    const { rows, models, places } = this.matrix;
    const row = rows.find(({ principals }) => principals.some(({ name }) => name.includes(who)));
    if (!row) throw new Error(`no row for ${who}`);
    const found = row.cells.filter(
      (cell) =>
        cell.door === door &&
        cell.guardrail === guardrail &&
        cell.from.some((index) => (places[index]?.service === undefined) === (from === 'elsewhere')) &&
        (model === undefined || (cell.models ?? []).some((index) => models[index]?.name.startsWith(model))),
    );
    const [only, ...others] = found;
    if (!only || others.length > 0)
      throw new Error(`${found.length} cells for ${JSON.stringify({ who, door, from, model, guardrail })}`);
    return only;
  }
}

export function causeText({ layer, sid, needs }: Cause): string {
  return `${layer}${sid === undefined ? '' : `:${sid}`}${needs === undefined ? '' : `!${needs}`}`;
}
