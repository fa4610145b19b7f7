// Reads the OpenAPI document into what the page shows: operations by tag, names of schemas resolved where they are used.

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** What a reference of this document stands for; anything else as it is. */
export function resolved(document, node) {
  const path = node?.$ref;
  return path ? path.slice(2).split('/').reduce((at, part) => at?.[part.replaceAll('~1', '/')], document) : node;
}

/** [{ tag, operations: [{ id, method, path, operation, parameters }] }], in the document's order of tags. */
export function groups(document) {
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => ({
      id: `${method} ${path}`, method, path, operation: item[method],
      parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map((one) => resolved(document, one)),
    })));
  const tags = [...new Set([...(document.tags ?? []).map((tag) => tag.name), ...all.flatMap(({ operation }) => operation.tags ?? [])])];
  return tags
    .map((tag) => ({ tag, operations: all.filter(({ operation }) => (operation.tags ?? []).includes(tag)) }))
    .filter((group) => group.operations.length);
}

const typeName = (type) => (Array.isArray(type) ? type.join(' or ') : type);

/** A schema's type in a few words: integer 1…100, one of a, b, c, array of park. */
export function typeWords(schema) {
  if (!schema) {
    return '';
  }
  if (schema.$ref) {
    return schema.$ref.split('/').pop();
  }
  if (schema.enum) {
    return `one of ${schema.enum.join(', ')}`;
  }
  if (schema.items) {
    return `array of ${typeWords(schema.items)}`;
  }
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    return either.map(typeWords).join(' or ');
  }
  const bounds = schema.minimum !== undefined || schema.maximum !== undefined
    ? ` ${schema.minimum ?? ''}…${schema.maximum ?? ''}` : '';
  return `${typeName(schema.type) ?? 'anything'}${bounds}`;
}

/** The JSON content of a body or response: { schema, example }. */
export function jsonOf(node) {
  const content = node?.content ?? {};
  const [type, media] = Object.entries(content)[0] ?? [];
  return media ? { type, schema: media.schema, example: media.example ?? Object.values(media.examples ?? {})[0]?.value } : null;
}
