using System.CommandLine;
using GaitSense.Cli.App;
using GaitSense.Storage;
using GaitSense.Training.People;

namespace GaitSense.Cli.Training;

/// <summary><c>gaitsense people consent</c>: what a person agreed to, and no longer agrees to.</summary>
internal static class PersonConsentCommand
{
    private const string Examples =
        """
        Examples:
          gaitsense people consent P07 export               results may leave for research, under the pseudonym
          gaitsense people consent P07 export --withdraw    no longer
        """;

    /// <summary>The command.</summary>
    public static CommandDefinition Definition { get; } = new(Create, Examples);

    private static Command Create(Guard guard)
    {
        StoreArguments store = new();
        Argument<string> code = StoreArguments.Person();
        var what = new Argument<string>("WHAT") { Description = "To what: export, or study:NAME." };
        var withdraw = new Option<bool>("--withdraw") { Description = "It no longer stands." };
        var command = new Command("consent", "Note a consent, or that it was withdrawn.") { code, what, withdraw, store.Store };
        command.SetAction((parsed, stop) => guard(
            async (terminal, token) =>
            {
                string to = parsed.GetValue(what)!;
                if (!ConsentRules.IsKnown(to)) throw new UsageException($"a consent is to export, or to study:NAME, not to {to}.");
                await using TrainingStore opened = await store.OpenAsync(terminal, parsed, create: false, token).ConfigureAwait(false);
                Person person = await StoreArguments.FindAsync(opened, parsed.GetValue(code)!, token).ConfigureAwait(false);
                DateTimeOffset now = terminal.Time.GetUtcNow();
                Consent? stands = (await opened.Consents.ListAsync(person.Id, token).ConfigureAwait(false)).LastOrDefault(c => string.Equals(c.What, to, StringComparison.Ordinal) && c.Withdrawn is null);
                if (parsed.GetValue(withdraw))
                {
                    if (stands is null) throw new StoreException(StoreFailure.NotFound, $"{person.Code}: there is no consent to {to} that stands");
                    await opened.Consents.UpdateAsync(stands with { Withdrawn = now }, token).ConfigureAwait(false);
                }
                else if (stands is null)
                {
                    await opened.Consents.AddAsync(new Consent { Id = Guid.CreateVersion7(now), PersonId = person.Id, What = to, Given = now }, token).ConfigureAwait(false);
                }

                terminal.Out.WriteLine($"{person.Code}: consent to {to} {(parsed.GetValue(withdraw) ? "withdrawn" : "stands")}");
                return ExitCode.Done;
            },
            parsed,
            stop));
        return command;
    }
}
