using System.CommandLine;

namespace GaitSense.Cli.App.Completion;

/// <summary>An option as completion scripts need it.</summary>
/// <param name="Names">All its names, the long one first.</param>
/// <param name="Description">What it does.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">The words that the value can be; empty: it is a path, or any text.</param>
internal sealed record CompletionOption(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Values)
{
    /// <summary>That of an option.</summary>
    public static CompletionOption Of(Option option)
    {
        bool takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool);
        return new([option.Name, .. option.Aliases.Where(a => a is not ("-?" or "/?" or "/h"))], CompletionWords.FirstSentence(option.Description), takesValue, takesValue ? [.. CompletionWords.Words(option)] : []);
    }
}
