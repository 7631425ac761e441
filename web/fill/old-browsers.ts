// What the floor of browsers lacks (Android web-view 80, iOS 14) and schema/form uses. Imported before all else.

const has = Object.prototype.hasOwnProperty;
if (!Object.hasOwn) Object.hasOwn = (object: object, key: PropertyKey) => has.call(object, key);

for (const list of [Array.prototype, String.prototype])
  if (!('at' in list))
    Object.defineProperty(list, 'at', {
      configurable: true,
      writable: true,
      value(this: ArrayLike<unknown>, index: number) {
        return this[index < 0 ? this.length + index : index];
      },
    });
