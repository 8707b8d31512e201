import { define } from './element';
import { mountAt } from './mount';
import type * as published from './types';
import { statementOf } from './xapi';

/** Where this script came from, and with it the site. */
const home = import.meta.url;

export const mount: typeof published.mount = (element, options) => mountAt(element, options, home);

export const toStatement: typeof published.toStatement = (
	result,
	actor,
	activity = new URL(`.#/practice/${result.exercise.slug}`, home).href,
	now = new Date(),
) => statementOf(result, actor, activity, now);

export const DryRunElement = define(mount);
