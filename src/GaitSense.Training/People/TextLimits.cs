using System.Globalization;
using GaitSense.Training.Plans;
using GaitSense.Training.Regimes;

namespace GaitSense.Training.People;

/// <summary>How long words may be that people write down. What is longer was pasted by mistake, or is a document with a place of its own; a table, a page and a report hold no book.</summary>
public static class TextLimits
{
    /// <summary>Characters of a note, at most.</summary>
    public const int NoteCharacters = 4000;

    /// <summary>Characters of a sentence, at most: what was said of a fall, why a plan changed, what a statement rests on.</summary>
    public const int SentenceCharacters = 1000;

    /// <summary>Characters of who says so and of what a consent is to, at most.</summary>
    public const int NameCharacters = 100;

    /// <summary>Why a row's words cannot be kept, with the limit; null: they can, or the row has none.</summary>
    /// <param name="row">A note, a fall, a consent, a sign-off, a plan, a statement.</param>
    public static string? WhyNot(object row) => row switch
    {
        Note note => TooLong("a note", note.Text, NoteCharacters) ?? By(note.By),
        Fall fall => TooLong("what is said of a fall", fall.Text, SentenceCharacters),
        Consent consent => TooLong("what a consent is to", consent.What, NameCharacters),
        SignOff signOff => By(signOff.By),
        Plan plan => TooLong("a plan's reason", plan.Reason, SentenceCharacters) ?? By(plan.By),
        Statement statement => TooLong("what a statement rests on", statement.Reference, SentenceCharacters) ?? By(statement.By),
        _ => null,
    };

    private static string? By(string by) => TooLong("who says so", by, NameCharacters);

    private static string? TooLong(string what, string text, int most) =>
        text.Length <= most ? null : string.Create(CultureInfo.InvariantCulture, $"{what} has at most {most} characters, and this has {text.Length}: shorten it");
}
