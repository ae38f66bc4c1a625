import { accumulatorFeatures } from './accumulator.features';
import { aggregateFeatures } from './aggregate.features';
import { commandFeatures } from './command.features';
import { contentionFeatures } from './contention.features';
import { expressionFeatures } from './expression.features';
import { arrayExpressionFeatures } from './expression-array.features';
import { textExpressionFeatures } from './expression-text.features';
import { geoFeatures } from './geo.features';
import { positionalFeatures, schemaFeatures } from './positional.features';
import { readFeatures } from './read.features';
import { detailFeatures } from './detail.features';
import { stageFeatures } from './stage.features';
import { transactionFeatures } from './transaction.features';
import { updateCommandFeatures } from './update-command.features';
import { whereFeatures } from './where.features';
import { writeFeatures } from './write.features';
import type { Feature } from './feature';

/** Every obligation. */
export const features: readonly Feature[] = [
  ...readFeatures,
  ...whereFeatures,
  ...commandFeatures,
  ...writeFeatures,
  ...detailFeatures,
  ...contentionFeatures,
  ...updateCommandFeatures,
  ...geoFeatures,
  ...transactionFeatures,
  ...positionalFeatures,
  ...schemaFeatures,
  ...aggregateFeatures,
  ...stageFeatures,
  ...accumulatorFeatures,
  ...expressionFeatures,
  ...arrayExpressionFeatures,
  ...textExpressionFeatures,
];
