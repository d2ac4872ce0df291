/// erfc(x) = 2/√π ∫ₓ^∞ e^{−t²} dt, to a few 1e-16 (relative) also in the far tail.
public func complementaryError(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x < -0.5 { return 2 - complementaryErrorTail(-x) }
  return x > 0.5 ? complementaryErrorTail(x) : 1 - errorNearZero(x)
}

/// erf(x), to a few 1e-16 (relative).
public func errorFunction(_ x: Double) -> Double {
  if x.isNaN { return x }
  if x.magnitude <= 0.5 { return errorNearZero(x) }
  let size = 1 - complementaryErrorTail(x.magnitude)
  return x < 0 ? -size : size
}

/// erf(x) for |x| ≤ ½: x times a polynomial in x² (minimax, 2⁻⁵⁵).
private func errorNearZero(_ x: Double) -> Double {
  let series = polynomial(
    x * x,
    [
      0x1.20dd750429b6dp0, -0x1.812746b0379b5p-2, 0x1.ce2f21a03d85fp-4, -0x1.b82ce30f2d7e4p-6,
      0x1.565bcbf972c7ap-8, -0x1.c02d4f9559a68p-11, 0x1.f98db9133cebcp-14,
      -0x1.f22551521cb88p-17, 0x1.8b4eeca0a9fe9p-20,
    ])
  return x * series
}

/// erfc(x) for x ≥ ½: e^{−x²}/x times a polynomial in (x − 5)/(x + 4) (minimax, 2⁻⁵³).
private func complementaryErrorTail(_ x: Double) -> Double {
  guard x < 28 else { return 0 }
  let series = polynomial(
    (x - 5) / (x + 4),
    [
      0x1.1b676431ca630p-1, 0x1.29e9730e8d53fp-5, -0x1.c377a567cb743p-5, 0x1.c0a3cbde2be86p-5,
      -0x1.62cd47093ba29p-5, 0x1.d579c7a9597aep-6, -0x1.070306c5cb5a1p-6, 0x1.ef26247d296c3p-8,
      -0x1.7c3ab4f597240p-9, 0x1.ba9ef5683efdap-11, -0x1.315a889f5ba3bp-13,
      -0x1.5769741890c2cp-17, 0x1.0697cebc2b517p-16, -0x1.08badd46c7426p-18,
      -0x1.9577edabba44ap-22, 0x1.066706edfabf9p-21, -0x1.2ae73df3994f8p-24,
      -0x1.573d46136ef6dp-25, 0x1.fd5c4e5b9daf1p-27, 0x1.5e7430a8379bdp-29,
      -0x1.1dfcb3450f5a7p-29, -0x1.e687c5a5fdc84p-34, 0x1.050a2df22ae14p-32,
      0x1.74b5357792a5ep-40, -0x1.2ab422f95b4f6p-36,
    ])
  return gaussian(x) / x * series
}

/// e^{−x²}, with the rounding error of the square taken into account.
func gaussian(_ x: Double) -> Double {
  let high = Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_F800_0000)
  return exponential(-high * high) * exponential(-(x - high) * (x + high))
}
