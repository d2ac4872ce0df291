/// A number or word of terms that can be read, written and sent between tasks.
public typealias Field<Owner, Value> = any WritableKeyPath<Owner, Value> & Sendable

/// The place of a place: from `Root` through `first` to what `second` points at.
///
/// `Sendable` has no storage and no witness, so only the static type changes; appending two sendable key
/// paths captures nothing else.
public func through<Root, Middle, Value>(
  _ first: Field<Root, Middle>, _ second: Field<Middle, Value>
) -> Field<Root, Value> {
  let path: WritableKeyPath<Root, Value> = (first as WritableKeyPath<Root, Middle>)
    .appending(path: second as WritableKeyPath<Middle, Value>)
  return unsafeBitCast(path, to: Field<Root, Value>.self)
}
