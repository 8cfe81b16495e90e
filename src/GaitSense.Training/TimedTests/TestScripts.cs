using System.Globalization;
using System.Text.Json;
using GaitSense.Training.Texts;

namespace GaitSense.Training.TimedTests;

/// <summary>What is shown before a test, and what is read aloud to the person, in one language. These are texts of a protocol for a physiotherapist; a walker at home never meets them.</summary>
public sealed class TestScripts
{
    private static readonly Lazy<TestScripts> English = new(() => new("test-scripts-en.json", Language.English)), German = new(() => new("test-scripts-de.json", Language.German));

    private const string ReadAloudKey = "test.say.read-aloud", MinuteKey = "test.say.minute", MinutesKey = "test.say.minutes";

    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly NumberFormatInfo _numbers;

    private TestScripts(string resource, Language language)
    {
        _numbers = LanguageNumbers.Of(language);
        using Stream stream = typeof(TestScripts).Assembly.GetManifestResourceStream(resource)!;
        _texts = JsonSerializer.Deserialize(stream, TimedTestContext.Default.DictionaryStringString)!;
    }

    /// <summary>The keys that have a text.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>Keys of what is said in any test.</summary>
    public static IReadOnlyList<string> CommonKeys { get; } = [ReadAloudKey, MinuteKey, MinutesKey];

    /// <summary>What stands above the script: that it is read aloud.</summary>
    public string ReadAloud => _texts[ReadAloudKey];

    /// <summary>What is announced when minutes are over.</summary>
    /// <param name="minutes">How many.</param>
    public string MinutesOver(int minutes) => string.Format(_numbers, _texts[minutes == 1 ? MinuteKey : MinutesKey], minutes);

    /// <summary>The texts of a language.</summary>
    /// <param name="language">Which.</param>
    public static TestScripts Of(Language language) => language == Language.German ? German.Value : English.Value;

    /// <summary>A text, with the lengths of a test's course in it.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="test">The test.</param>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public string Text(string key, TestDefinition test)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (!_texts.TryGetValue(key, out string? text)) throw new ArgumentException($"no script has the key {key}", nameof(key));
        return string.Format(_numbers, text, Metres(test.LengthM), Metres(test.RunOutM));
    }

    private string Metres(double? lengthM) => lengthM is { } m ? m.ToString("0.##", _numbers) : "";
}
