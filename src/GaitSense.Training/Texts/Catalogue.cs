using System.Globalization;
using GaitSense.Training.Programmes;

namespace GaitSense.Training.Texts;

/// <summary>The texts of this room in one language, by key. A text has places for values, <c>{0}</c>, <c>{1}</c>, and words that go by them (<see cref="NumberForms"/>).</summary>
public sealed class Catalogue
{
    private static readonly Lazy<Catalogue> English = new(() => new(TrainingJson.Embedded<CatalogueDocument>("en.json")));
    private static readonly Lazy<Catalogue> German = new(() => new(TrainingJson.Embedded<CatalogueDocument>("de.json")));

    private readonly CatalogueDocument _document;
    private readonly NumberFormatInfo _numbers;

    private Catalogue(CatalogueDocument document)
    {
        _document = document;
        Language = document.Language is "de" ? Language.German : Language.English;
        _numbers = LanguageNumbers.Of(Language);
    }

    /// <summary>The language of its texts.</summary>
    public Language Language { get; }

    /// <summary>The language as pages and files name it: "en".</summary>
    public string Tag => Language == Language.German ? "de" : "en";

    /// <summary>The keys of texts that walkers read or hear.</summary>
    public IEnumerable<string> WalkerKeys => _document.Walker.Keys;

    /// <summary>The keys of texts for the clinician's desk.</summary>
    public IEnumerable<string> ClinicianKeys => _document.Clinician.Keys;

    /// <summary>The texts that walkers read or hear, by key, with their places for values: for a page that fills them.</summary>
    public IReadOnlyDictionary<string, string> WalkerTexts => _document.Walker;

    /// <summary>The texts for the clinician's desk, by key.</summary>
    internal IReadOnlyDictionary<string, string> ClinicianTexts => _document.Clinician;

    /// <summary>The texts of a language.</summary>
    public static Catalogue Of(Language language) => language switch
    {
        Language.English => English.Value,
        Language.German => German.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>A text that walkers read or hear.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">Its values, in order.</param>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public string Walker(string key, params ReadOnlySpan<object> values) => Text(_document.Walker, key, values);

    /// <summary>A text for the clinician's desk.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">Its values, in order.</param>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public string Clinician(string key, params ReadOnlySpan<object> values) => Text(_document.Clinician, key, values);

    /// <summary>Whether there is such a text for the clinician's desk.</summary>
    public bool HasClinician(string key) => _document.Clinician.ContainsKey(key);

    /// <summary>A word of files as the desk has it ("comfortable_walk", "t25fw@1"; several with "+" between them); one that it lacks without its underscores.</summary>
    /// <param name="inFiles">The word.</param>
    public string Word(string inFiles)
    {
        ArgumentNullException.ThrowIfNull(inFiles);
        if (inFiles.Contains('+', StringComparison.Ordinal)) return string.Join(", ", inFiles.Split('+').Select(Word));
        return HasWord(inFiles) ? Clinician(WordKey(inFiles)) : Plain(inFiles);
    }

    /// <summary>Whether the desk has a word of files, of one alone.</summary>
    /// <param name="inFiles">The word.</param>
    public bool HasWord(string inFiles) => HasClinician(WordKey(inFiles));

    private static string WordKey(string inFiles) => "desk.word." + Plain(inFiles).Replace(' ', '-').ToLowerInvariant();

    private static string Plain(string inFiles) => inFiles.Split('@')[0].Replace('_', ' ');

    /// <summary>A sentence that rules, store or server say in English, for whoever reads it at the desk: in this language where there is a text for it, else as it was said.</summary>
    /// <param name="said">The sentence.</param>
    public string Said(string said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return ReferenceEquals(this, English.Value) ? said : SaidSentences.In(said, this, _numbers);
    }

    /// <summary>A number as the language writes it.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">Its format: "0.00".</param>
    public string Number(double value, string format) => value.ToString(format, _numbers);

    private string Text(IReadOnlyDictionary<string, string> texts, string key, ReadOnlySpan<object> values)
    {
        if (!texts.TryGetValue(key, out string? text)) throw new ArgumentException($"no text in {_document.Language} has the key {key}", nameof(key));
        object[] given = values.ToArray();
        return string.Format(_numbers, NumberForms.Choose(text, i => i < given.Length ? string.Format(_numbers, "{0}", given[i]) : null), given);
    }
}
