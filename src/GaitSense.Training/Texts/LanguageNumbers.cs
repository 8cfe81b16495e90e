using System.Globalization;

namespace GaitSense.Training.Texts;

/// <summary>How numbers are written in a language: 7.62 in English, 7,62 in German. Files keep the dot.</summary>
internal static class LanguageNumbers
{
    private static readonly NumberFormatInfo German = MakeGerman();

    public static NumberFormatInfo Of(Language language) => language == Language.German ? German : NumberFormatInfo.InvariantInfo;

    private static NumberFormatInfo MakeGerman()
    {
        var numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        (numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator) = (",", ".");
        return NumberFormatInfo.ReadOnly(numbers);
    }
}
