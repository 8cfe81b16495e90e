using GaitSense.Core;

namespace GaitSense.Exchange;

/// <summary>An export that cannot be, in one line.</summary>
/// <param name="message">What, where, what to do.</param>
public sealed class ExchangeException(string message) : GaitSenseException(message);
