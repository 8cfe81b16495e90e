using GaitSense.Training.Days;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>One time a simulated person asked for today's session: what was answered, what was offered and what became of it.</summary>
/// <param name="Day">Day of the run, from 0.</param>
/// <param name="Person">The person as the store had them.</param>
/// <param name="Check">The questions and what was held.</param>
/// <param name="Today">What was offered.</param>
/// <param name="Falls">The fall diary as it was when the person asked.</param>
/// <param name="Session">What became of it; null: nothing was offered.</param>
internal sealed record Attempt(int Day, Person Person, DayCheck Check, TodayAnswer Today, IReadOnlyList<Fall> Falls, Session? Session);
