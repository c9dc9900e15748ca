// What classic Outlook's runtime may lack: which V8 it holds is written nowhere. Nothing newer than ES2020 is relied on.
const { hasOwnProperty: has } = Object.prototype;
const at = {
  configurable: true,
  writable: true,
  value(index) {
    const whole = Math.trunc(index) || 0;
    return this[whole < 0 ? this.length + whole : whole];
  },
};
for (const kind of [Array, Object.getPrototypeOf(Int8Array)])
  if (!kind.prototype.at) Object.defineProperty(kind.prototype, 'at', at);
if (!String.prototype.at) Object.defineProperty(String.prototype, 'at', at);
if (!Object.hasOwn)
  Object.defineProperty(Object, 'hasOwn', {
    configurable: true,
    writable: true,
    value: (target, key) => has.call(target, key),
  });
if (!String.prototype.replaceAll)
  Object.defineProperty(String.prototype, 'replaceAll', {
    configurable: true,
    writable: true,
    value(sought, next) {
      if (sought instanceof RegExp) return this.replace(sought, next);
      const plain = String(sought).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      return this.replace(new RegExp(plain, 'g'), next);
    },
  });
