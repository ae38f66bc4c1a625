/** One line of the page on what localcloud does: an operation, and how reality differs. */
export type Support = {
  operation: string;
  supported: 'yes' | 'no';
  /** Which obligations of `tests/parity` state it: the beginnings of their `operation`. */
  obligations: readonly string[];
  difference?: string;
};

const yes = (operation: string, obligations: readonly string[], difference = ''): Support => ({
  operation,
  supported: 'yes',
  obligations,
  difference,
});
const no = (operation: string, difference: string): Support => ({
  operation,
  supported: 'no',
  obligations: [],
  difference,
});

const commands = (...names: string[]): string[] => names.map((name) => `command.${name}`);
const operators = (...names: string[]): string[] => names.map((name) => `aggregate.${name}`);

const STAGES =
  'addFields bucket bucketAuto count geoNear group limit lookup match project replaceRoot sample skip sort sortByCount unwind';
const ACCUMULATORS = 'avg first last max min push stdDevPop stdDevSamp sum';
const ARITHMETIC = 'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc';
const ARRAYS =
  'arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip';
const LOGIC = 'and not or cmp eq gt gte lt lte neq cond ifNull switch';
const DATES =
  'dateFromParts dateFromString dateToString dayOfMonth dayOfWeek dayOfYear hour isoDayOfWeek isoWeek isoWeekYear millisecond minute month second week year';
const OBJECTS =
  'addToSet allElementsTrue anyElementTrue let literal mergeObjects objectToArray setDifference setEquals setIntersection setIsSubset setUnion';
const TEXTS =
  'concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper';

const listed = (names: string): string => names.split(' ').join(', ');
const covering = (names: string): string[] => operators(...names.split(' '));

/** The database, operation by operation. `docs/LOCALCLOUD.md` holds this as a table. */
export const DATABASE_SUPPORT: readonly Support[] = [
  yes('`add`, one or many', ['collection.add']),
  yes('`doc().get`, `field`', ['doc.get', 'doc.field']),
  yes('`doc().set`, `update`, `remove`', ['doc.set', 'doc.update', 'doc.remove']),
  yes(
    '`where().get`, `count`, `orderBy`, `skip`, `limit`, `field`',
    [
      'collection.get',
      'collection.where',
      'collection.count',
      'collection.orderBy',
      'collection.skip',
      'collection.limit',
      'collection.field',
      'collection',
    ],
    'A query that is not indexed is refused in strict mode once its collection holds more than 1,000 documents.',
  ),
  yes(
    '`where().update`, `remove`, `updateAndReturn`, `options({ multiple, raw })`',
    ['where.update', 'where.remove', 'where.updateAndReturn'],
    'All or nothing here; Mongo goes document by document.',
  ),
  yes('`project.slice`, `project.elemMatch`', commands('project')),
  yes(
    '`createCollection`',
    ['db.createCollection'],
    'Indexes are declared at the start, as none can be made through node-sdk in production either.',
  ),
  yes(
    'Indexes: unique, compound, over arrays, `2dsphere`',
    ['unique index', 'index'],
    'A unique index over arrays has one field; a unique index of places is refused.',
  ),
  yes('`eq neq gt gte lt lte in nin`', commands('eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'nin')),
  yes('`and or nor not`', commands('and', 'or', 'nor', 'not')),
  yes('`exists mod all size elemMatch`', commands('exists', 'mod', 'all', 'size', 'elemMatch')),
  yes('`db.RegExp`, regular expression literals', commands('RegExp'), 'Options are `i m s u`.'),
  yes('`expr`', [], 'Evaluated as in a pipeline.'),
  yes(
    '`jsonSchema`',
    commands('jsonSchema'),
    'Keywords: bsonType, type, enum, required, properties, items, pattern, minimum, maximum, minLength, maxLength, minItems, maxItems. Others are refused by name.',
  ),
  yes(
    '`geoNear geoWithin geoIntersects`',
    commands('geoNear', 'geoWithin', 'geoIntersects'),
    'A 2dsphere index is needed, as in production. Edges are great circles; shapes wider than a hemisphere are not found. Legacy `[longitude, latitude]` pairs are read where they are stored, not in queries.',
  ),
  yes('`Geo.Point … MultiPolygon`', ['Geo.'], 'GeometryCollection is refused.'),
  no('`text`', 'CloudBase has no text index to search with.'),
  yes('`set remove inc mul min max rename`', commands('set', 'remove', 'inc', 'mul', 'min', 'max', 'rename')),
  yes('`bit`', commands('bit')),
  yes(
    '`push` (each, position, sort, slice), `pop shift unshift pull pullAll addToSet`',
    commands('push', 'pop', 'shift', 'unshift', 'pull', 'pullAll', 'addToSet'),
  ),
  yes(
    '`list.$`, `list.$[]`',
    ['update.positional'],
    '`list.$[name]` is refused: the SDK cannot say what it means.',
  ),
  no('`$currentDate`, `$setOnInsert`', 'The SDK has no command for them.'),
  yes('An operator that does not exist', ['command'], 'Refused by name.'),
  yes(
    '`serverDate`, with offset',
    ['serverDate'],
    "Production refuses it in a transaction's insert; localcloud takes it.",
  ),
  yes(
    '`startTransaction`, `runTransaction`',
    ['startTransaction', 'runTransaction'],
    'See Transactions below.',
  ),
  yes(`Stages: ${listed(STAGES)}`, ['aggregate', ...covering(STAGES)], '`$out` and `$merge` are refused.'),
  yes(
    'Raw stages: $facet $graphLookup $redact $replaceWith $set $unionWith $unset',
    [],
    "[mingo](https://github.com/kofrasa/mingo)'s.",
  ),
  yes(`Accumulators: ${listed(ACCUMULATORS)}`, covering(ACCUMULATORS)),
  yes(`Arithmetic: ${listed(ARITHMETIC)}`, covering(ARITHMETIC)),
  yes(`Arrays: ${listed(ARRAYS)}`, covering(ARRAYS)),
  yes(`Logic: ${listed(LOGIC)}`, covering(LOGIC)),
  yes(`Dates: ${listed(DATES)}`, covering(DATES)),
  yes(`Objects and sets: ${listed(OBJECTS)}`, covering(OBJECTS)),
  yes(`Text: ${listed(TEXTS)}`, covering(TEXTS), 'indexOfBytes and indexOfCP take no start.'),
  no('`meta`', 'It belongs to text search.'),
  no(
    '`watch`',
    'Ask again instead. The SDK prints the refusal, tries again for a minute and then stays silent; wx-server-sdk has no `watch`.',
  ),
  yes(
    'Values: text, numbers, booleans, null, dates, objects, arrays, ObjectId, regular expressions',
    [],
    'Numbers are JavaScript numbers: no 64-bit integers beyond 2^53, no Decimal128. Binary and Timestamp are refused.',
  ),
  no('`models`, `mysql`, `rdb`, `ai`, `auth`', 'Other services of CloudBase.'),
];

/** wx-server-sdk, whose calls go over the same wire in other shapes. */
export const WX_SUPPORT: readonly Support[] = [
  yes('`add({ data })`, one or many', ['wx.add']),
  yes('`doc().get`, `set`, `update`, `remove`', ['wx.doc.']),
  yes('`where().get`, `count`, `update`, `remove`, `multi`', ['wx.collection.', 'wx.where.']),
  yes('`command`, `RegExp`, `Geo`, `serverDate`', ['wx.command', 'wx.Geo', 'wx.serverDate']),
  yes('`aggregate`', ['wx.aggregate']),
  yes('`startTransaction`, `runTransaction`', ['wx.startTransaction', 'wx.runTransaction']),
  yes('`createCollection`', ['wx.createCollection']),
  yes('`init({ env: DYNAMIC_CURRENT_ENV })`, `getWXContext`', [], 'See Cloud functions below.'),
  yes('`callFunction`, `uploadFile`, `downloadFile`, `getTempFileURL`, `deleteFile`', []),
  yes('`openapi.*`', [], 'Recorded and answered locally; see WeChat below.'),
  no('`getOpenData`, `getVoIPSign`, `getCloudCallSign`', 'They open what only WeChat can.'),
  no('`cloudPay`', 'Money is not handled.'),
];
