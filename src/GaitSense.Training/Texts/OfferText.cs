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
        if (offer is { MinutesBetweenRests: { } between, RestMinutes: { } rest }) lines.Add(catalogue.Walker("offer.rests", Number(between), Number(rest)));
        if (offer.StopAndGo) lines.Add(catalogue.Walker("offer.stop-and-go"));
        if (offer.SecondTask) lines.Add(catalogue.Walker("offer.second-task"));
        return lines;
    }

    private static string What(OfferedSession offer, Catalogue catalogue) => offer.Task switch
    {
        TrainingTask.ComfortableWalk => catalogue.Walker("offer.comfortable-walk", Number(offer.Minutes ?? 0)),
        TrainingTask.Backward when offer.Lengths == 1 => catalogue.Walker("offer.backward-once", 1, Number(offer.PathM ?? 0)),
        TrainingTask.Backward => catalogue.Walker("offer.backward", offer.Lengths ?? 0, Number(offer.PathM ?? 0)),
        TrainingTask.TaskCircuit => catalogue.Walker("offer.task-circuit", offer.Stations ?? 1, Number(offer.Minutes ?? 0)),
        TrainingTask.DualTask => catalogue.Walker("offer.dual-task", Number(offer.Minutes ?? 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(offer)),
    };

    // Half a minute is the finest that a person is asked for.
    private static double Number(double value) => Math.Round(value * 2, MidpointRounding.AwayFromZero) / 2;
}
