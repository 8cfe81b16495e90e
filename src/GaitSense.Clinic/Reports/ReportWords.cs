using System.Globalization;
using GaitSense.Training.Texts;

namespace GaitSense.Clinic.Reports;

/// <summary>The words and numbers of a printed page in the language of whoever asked for it.</summary>
/// <param name="language">The language.</param>
internal sealed class ReportWords(Language language)
{
    private readonly Catalogue _texts = Catalogue.Of(language);

    /// <summary>The language as pages name it: "en".</summary>
    public string Tag => _texts.Tag;

    /// <summary>A text of the report.</summary>
    /// <param name="key">Its key without <c>report.</c>.</param>
    /// <param name="values">Its values.</param>
    public string Text(string key, params ReadOnlySpan<object> values) => _texts.Clinician("report." + key, values);

    /// <summary>What a page of numbers is for.</summary>
    public string Purpose => _texts.Clinician("note.purpose");

    /// <summary>A word of files as the desk has it; one that it lacks without its underscores.</summary>
    public string Word(string inFiles) => _texts.Word(inFiles);

    /// <summary>A sentence that a rule said.</summary>
    public string Said(string sentence) => _texts.Said(sentence);

    /// <summary>A day.</summary>
    public string Day(DateOnly day) => DayText.Of(day, language);

    /// <summary>A day with its time, where the clock shows it so.</summary>
    public string Instant(DateTimeOffset at) => $"{Day(DateOnly.FromDateTime(at.DateTime))}, {at.ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>A number; a dash where there is none.</summary>
    public string Number(double? value, string format = "0.###") => value is { } known ? _texts.Number(known, format) : "–";
}
