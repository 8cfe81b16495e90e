using GaitSense.Training.Days;
using GaitSense.Training.Plans;

namespace GaitSense.Training.Texts;

/// <summary>An offered session in a walker's words, a sentence a line: what to do, how often to rest, what belongs to it.</summary>
public static class OfferText
{
    /// <summary>The lines of an offer.</summary>
    /// <param name="offer">The session.</param>
    /// <param name="catalogue">The language.</param>
    public static IReadOnlyList<string> Of(OfferedSession offer, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(catalogue);
        List<string> lines = [What(offer, catalogue)];
        if (Rests(offer, catalogue) is { } rests) lines.Add(rests);
        if (offer.StopAndGo) lines.Add(catalogue.Walker("offer.stop-and-go"));
        if (offer.SecondTask) lines.Add(catalogue.Walker("offer.second-task"));
        return lines;
    }

    /// <summary>How often to rest; null: no rest is built in.</summary>
    /// <param name="offer">The session.</param>
    /// <param name="catalogue">The language.</param>
    public static string? Rests(OfferedSession offer, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(catalogue);
        return offer is { MinutesBetweenRests: { } between, RestMinutes: { } rest } ? catalogue.Walker("offer.rests", Number(between), Number(rest)) : null;
    }

    private static string What(OfferedSession offer, Catalogue catalogue) => offer.Task switch
    {
        TrainingTask.ComfortableWalk => catalogue.Walker("offer.comfortable-walk", Number(offer.Minutes ?? 0)),
        TrainingTask.Backward when offer.Lengths == 1 => catalogue.Walker("offer.backward-once", 1, Metres(offer.PathM)),
        TrainingTask.Backward => catalogue.Walker("offer.backward", offer.Lengths ?? 0, Metres(offer.PathM)),
        TrainingTask.TaskCircuit => catalogue.Walker("offer.task-circuit", offer.Stations ?? 1, Number(offer.Minutes ?? 0)),
        TrainingTask.DualTask => catalogue.Walker("offer.dual-task", Number(offer.Minutes ?? 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(offer)),
    };

    // A path is as long as it was measured.
    private static double Metres(double? pathM) => Math.Round(pathM ?? 0, 2);

    // Half a minute is the finest that a person is asked for.
    private static double Number(double value) => Math.Round(value * 2, MidpointRounding.AwayFromZero) / 2;
}
