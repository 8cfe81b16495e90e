using System.CommandLine;
using System.Globalization;

namespace GaitSense.Cli.App;

/// <summary>A number is refused or right: digits and a point, as files have it. The parser's own rule takes a comma for thousands, and 10,5 s for 105.</summary>
internal static class NumberRule
{
    // Of two complaints about one value that it is no number says all.
    private const string NoNumber = "a number, like 2.5", NoWhole = "a whole number";

    /// <summary>One complaint for each value, each in its place: where it is no number, its range is beside the point.</summary>
    /// <param name="messages">Complaints.</param>
    public static IEnumerable<string> OneOfEach(IEnumerable<string> messages) => messages.GroupBy(m => m.Split("; it should be ")[0], StringComparer.Ordinal)
        .Select(g => g.FirstOrDefault(m => m.EndsWith($"; it should be {NoNumber}.", StringComparison.Ordinal) || m.EndsWith($"; it should be {NoWhole}.", StringComparison.Ordinal)) ?? g.First());

    /// <summary>Holds an option that is a whole number to a range; what is no number is <see cref="AddTo"/>'s to refuse.</summary>
    /// <param name="option">The option.</param>
    /// <param name="min">The least.</param>
    /// <param name="max">The most.</param>
    public static void Between(Option option, int min, int max) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int n) && (n < min || n > max)) result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is {n}; it should be {min} to {max}."));
    });

    /// <summary>Holds every option of a command that is a number to it.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option option in command.Options)
        {
            Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
            // What has a unit or a sign of its own is read by its option.
            if (option is Option<double> { CustomParser: not null } or Option<double?> { CustomParser: not null }) continue;
            if (type != typeof(double) && type != typeof(int) && type != typeof(ulong)) continue;
            option.Validators.Add(result =>
            {
                foreach (string text in result.Tokens.Select(t => t.Value).Where(t => !IsNumber(t, isWhole: type != typeof(double))))
                    result.AddError($"{option.Name} is {text}; it should be {(type == typeof(double) ? NoNumber : NoWhole)}.");
            });
        }
    }

    private static bool IsNumber(string text, bool isWhole) => isWhole
        ? decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        : double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value);
}
