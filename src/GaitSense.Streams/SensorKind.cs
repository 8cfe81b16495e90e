using GaitSense.Core;

namespace GaitSense.Streams;

/// <summary>What a connected sensor's stream is like.</summary>
/// <param name="Name">Product, for people.</param>
/// <param name="PeriodS">Time between two readings by the sensor's own word, s.</param>
/// <param name="Clock">How it tells the time.</param>
/// <param name="TimeBits">Bits of its timestamp; 0: it has none.</param>
/// <param name="TimeHz">Ticks of its timestamp in a second.</param>
/// <param name="CounterBits">Where there is no timestamp, bits of its count of readings; 0: it has none either, and what is received is counted.</param>
/// <param name="AnswersTime">Whether it answers questions for its time.</param>
public sealed record SensorKind(string Name, double PeriodS, ClockClass Clock, int TimeBits, double TimeHz, int CounterBits, bool AnswersTime);
