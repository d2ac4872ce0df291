/// The mean of numbers; exact when all are equal, because it is taken from the first.
func mean(_ numbers: some Collection<Double>) -> Double {
  guard let first = numbers.first else { return 0 }
  var sum = 0.0
  for number in numbers { sum += number - first }
  return first + sum / Double(numbers.count)
}

/// The sum of the squares of the distances from the mean.
func squares(_ numbers: some Collection<Double>) -> Double {
  let centre = mean(numbers)
  var sum = 0.0
  for number in numbers { sum += (number - centre) * (number - centre) }
  return sum
}

/// The variance of a sample, or nil for fewer than two numbers.
func variance(_ numbers: some Collection<Double>) -> Double? {
  numbers.count < 2 ? nil : squares(numbers) / Double(numbers.count - 1)
}

/// A quantile of sorted numbers, interpolated between the neighbours (type 7 of Hyndman and Fan 1996).
func quantile(_ share: Double, ofSorted numbers: [Double]) -> Double? {
  guard let last = numbers.last else { return nil }
  let place = share * Double(numbers.count - 1)
  let below = Int(place)
  guard below + 1 < numbers.count else { return last }
  return numbers[below] + (place - Double(below)) * (numbers[below + 1] - numbers[below])
}
