using GaitSense.Analysis.Plots;
using GaitSense.Core;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Verdicts;

/// <summary>The words and numbers of progress in the language of whoever reads it. English ones are those of files: what the command writes and what the desk shows is the same page.</summary>
/// <param name="language">The language.</param>
internal sealed class ProgressWords(Language language)
{
    // Bold letters of a wide font, in the width of a plot.
    private const int MostAbove = 48;

    private readonly Catalogue _texts = Catalogue.Of(language);

    /// <summary>The language as pages name it: "en".</summary>
    public string Tag => _texts.Tag;

    /// <summary>What stands between the whole and the parts of a number.</summary>
    public string DecimalMark => IsEnglish ? "." : ",";

    /// <summary>What stands under every verdict.</summary>
    public string Purpose => Said(Verdict.Purpose);

    private bool IsEnglish => language == Language.English;

    /// <summary>A text.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">Its values.</param>
    public string Text(string key, params ReadOnlySpan<object> values) => _texts.Clinician(key, values);

    /// <summary>A sentence that a rule said.</summary>
    public string Said(string sentence) => _texts.Said(sentence);

    /// <summary>A word of files.</summary>
    public string Word(string inFiles) => IsEnglish ? inFiles.Replace('_', ' ') : _texts.Word(inFiles);

    /// <summary>A definition of a test; in English by its key.</summary>
    public string Definition(string definition) => IsEnglish || definition.Length == 0 ? definition : _texts.Word(definition);

    /// <summary>What a quantity is called: in English as the limits name it.</summary>
    public string Title(JudgedQuantity q) => !IsEnglish && _texts.HasWord(q.Name) ? _texts.Word(q.Name) : q.Title;

    /// <summary>A quantity with its direction; in German once, where its name has it already.</summary>
    public string Titled(JudgedQuantity q, WalkingDirection direction)
    {
        string title = Title(q), way = Word(SeriesKey.Words(direction));
        return !IsEnglish && title.Contains(way, StringComparison.OrdinalIgnoreCase) ? title : $"{title}, {way}";
    }

    /// <summary>A heading above a plot: in two lines where it is too long for one, and would run into the plot beside it.</summary>
    public static string Above(string heading) => heading.Length <= MostAbove ? heading : heading.Replace(" – ", "\n", StringComparison.Ordinal);

    /// <summary>The unit of a quantity.</summary>
    public string Unit(JudgedQuantity q) => Said(q.Unit);

    /// <summary>A day; in English as files have it.</summary>
    public string Day(DateOnly day) => IsEnglish ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : DayText.Of(day, language);

    /// <summary>A number with fixed decimals; a dash where there is none.</summary>
    public string Number(double? value, int decimals) => Markup.Number(value, decimals).Replace(".", DecimalMark, StringComparison.Ordinal);

    /// <summary>A change with its sign.</summary>
    public string Signed(double? change, int decimals) => (change > 0 ? "+" : "") + Number(change, decimals);

    /// <summary>The limits as they stand in a table: "−0.52 / +0.52".</summary>
    public string Limits(VerdictLimit? limit, int decimals) => limit is null ? "–" : $"{Number(-limit.Down, decimals)} / +{Number(limit.Up, decimals)}";
}
