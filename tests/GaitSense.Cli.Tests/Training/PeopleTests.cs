using System.Text.Json;
using GaitSense.Cli.App;

namespace GaitSense.Cli.Tests;

public sealed class PeopleTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task People_WhoWereAdded_AreListedAndShownWithWhatIsKnownOfThem()
    {
        (await RunAsync("people", "add", "P07", "--aid", "one_stick", "--zone", "Europe/Berlin", "--leg-length", "0.86")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "change", "P07", "--disease-steps", "4")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people")).Out.ShouldContain("P07");
        JsonElement person = JsonDocument.Parse((await RunAsync("people", "show", "P07", "--json")).Out).RootElement.GetProperty("person");
        person.GetProperty("aid").GetString().ShouldBe("one_stick");
        person.GetProperty("leg_length_m").GetDouble().ShouldBe(0.86); // what was not given stays
        person.GetProperty("disease_steps").GetInt32().ShouldBe(4);
    }

    // Nobody was asked, "none" was said, and there is one: three answers, wherever a person is shown.
    [Fact]
    public async Task WhatNobodySaid_IsNoNone_OfAidOrthosisAndFalls()
    {
        (await RunAsync("people", "add", "P07", "--zone", "Etc/UTC")).Error.ShouldContain("not said: --aid and --orthosis; without both there is no verdict of change");
        (await RunAsync("people")).Out.ShouldContain("not said");
        (await RunAsync("session", "add", "P07", "--minutes", "2")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "fall", "P07")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "fall", "P07", "--injury", "false", "--during-session")).Code.ShouldBe(ExitCode.Done);
        JsonElement document = await ShownAsync();
        foreach (string name in (string[])["aid", "orthosis"]) document.GetProperty("person").TryGetProperty(name, out _).ShouldBeFalse(name);
        JsonElement[] falls = [.. document.GetProperty("falls").EnumerateArray()];
        falls.Count(f => f.TryGetProperty("injury", out _)).ShouldBe(1);
        JsonElement said = falls.Single(f => f.TryGetProperty("injury", out _));
        (said.GetProperty("injury").GetBoolean(), said.GetProperty("during_session").GetBoolean()).ShouldBe((false, true));
        string shown = (await RunAsync("people", "show", "P07")).Out;
        foreach (string part in (string[])["injury not said", "not injured, in a session"]) shown.ShouldContain(part);
        JsonElement session = JsonDocument.Parse((await RunAsync("session", "P07", "--json")).Out).RootElement[0];
        session.TryGetProperty("aid", out _).ShouldBeFalse();
        (await RunAsync("session", "show", session.GetProperty("id").GetString()!)).Out.ShouldContain("aid: not said, orthosis: not said");

        (await RunAsync("people", "change", "P07", "--aid", "none", "--orthosis", "none")).Code.ShouldBe(ExitCode.Done);
        JsonElement person = (await ShownAsync()).GetProperty("person");
        (person.GetProperty("aid").GetString(), person.GetProperty("orthosis").GetString()).ShouldBe(("none", "none"));
        (await RunAsync("people", "change", "P07", "--disease-steps", "2")).Code.ShouldBe(ExitCode.Done); // what is not given stays
        (await ShownAsync()).GetProperty("person").GetProperty("aid").GetString().ShouldBe("none");

        async Task<JsonElement> ShownAsync() => JsonDocument.Parse((await RunAsync("people", "show", "P07", "--json")).Out).RootElement;
    }

    [Fact]
    public async Task Diary_OfAPerson_ShowsFallsNotesConsentsAndSignOffs()
    {
        await RunAsync("people", "add", "P07");
        (await RunAsync("people", "fall", "P07", "--injury", "--text", "on the stairs")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "note", "P07", "new stick", "--by", "PT2")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "sign-off", "P07", "backward_at_home")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "consent", "P07", "export")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("people", "consent", "P07", "export", "--withdraw")).Code.ShouldBe(ExitCode.Done);
        string shown = (await RunAsync("people", "show", "P07")).Out;
        foreach (string part in (string[])["on the stairs", "injured", "PT2: new stick", "backward_at_home until", "export, withdrawn"]) shown.ShouldContain(part);
        (await RunAsync("people", "consent", "P07", "export", "--withdraw")).ShouldFailInOneLine("there is no consent to export that stands");
    }

    [Fact]
    public async Task SignOff_FromToday_HoldsFourteenDaysWithToday()
    {
        await RunAsync("people", "add", "P07", "--zone", "Etc/UTC");
        await RunAsync("people", "sign-off", "P07", "backward_at_home");
        JsonElement signOff = JsonDocument.Parse((await RunAsync("people", "show", "P07", "--json")).Out).RootElement.GetProperty("sign_offs")[0];
        (DateOnly.Parse(signOff.GetProperty("until").GetString()!, null).DayNumber - DateOnly.Parse(signOff.GetProperty("from").GetString()!, null).DayNumber).ShouldBe(13);
    }

    [Fact]
    public async Task Person_WhoIsNotThere_IsSaidWithWhatToDo()
    {
        await RunAsync("people", "add", "P07");
        (await RunAsync("people", "show", "P08")).ShouldFailInOneLine("P08", "gaitsense people add P08");
    }

    [Fact]
    public async Task Store_ThatIsNotThere_IsNotMadeByLooking()
    {
        (await RunAsync("people")).ShouldFailInOneLine("there is no store there");
        File.Exists(_folder["store.db"]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Anna-Schmidt")]
    [InlineData("1961-04-12")]
    public async Task Code_ThatLooksLikeANameOrADate_IsRefusedAndNotRepeated(string code)
    {
        Cli.Outcome outcome = await RunAsync("people", "add", code);
        outcome.ShouldFailInOneLine("give a pseudonym");
        (outcome.Out + outcome.Error).ShouldNotContain(code);
    }

    [Fact]
    public async Task Store_ThatIsNone_IsSaidInOneLine_WhateverTheCommand()
    {
        string text = _folder.Write("letter.txt", "Dear all, this is no database, however long it is.");
        foreach (string[] command in (string[][])[["people"], ["people", "add", "P07"], ["session"], ["progress", "P07"]])
        {
            (await Cli.RunAsync([.. command, "--store", _folder.Path])).ShouldFailInOneLine("is a folder, and a store is a file: give a file in it");
            (await Cli.RunAsync([.. command, "--store", text])).ShouldFailInOneLine("is no database of gaitsense: check --store");
            (await Cli.RunAsync([.. command, "--store", "Host=127.0.0.1;Port=1;Database=x;Username=u;Password=secret;Timeout=2"])).ShouldFailInOneLine("127.0.0.1/x: the server cannot be reached: check that it runs, and the connection string");
            Cli.Outcome blank = await Cli.RunAsync([.. command, "--store", " "]);
            (blank.Code, blank.Error.Contains("--store is empty", StringComparison.Ordinal)).ShouldBe((ExitCode.WrongUsage, true), blank.Error);
        }

        (await Cli.RunAsync("plan", "simulate", "--people", "1", "--store", "")).Code.ShouldBe(ExitCode.WrongUsage);
    }

    [Fact]
    public async Task Code_InSmallLetters_IsTheSamePerson()
    {
        await RunAsync("people", "add", "P1");
        (await RunAsync("people", "add", "p1")).ShouldFailInOneLine("the code P1, which differs in capitals alone");
        (await RunAsync("people", "change", "p1", "--disease-steps", "4")).Out.ShouldBe("changed: P1\n");
        (await RunAsync("people", "note", "p1", new string('x', 5000))).ShouldFailInOneLine("a note has at most 4000 characters");
        (await RunAsync("people", "add", "CON")).ShouldFailInOneLine("the name of a device on Windows");
        Cli.Outcome fall = await RunAsync("people", "fall", "p1", "--on", "1900-01-01");
        (fall.Code, fall.Error.Contains("more than 366 days before today", StringComparison.Ordinal)).ShouldBe((ExitCode.WrongUsage, true), fall.Error);
    }

    [Theory]
    [InlineData("unknown command people ad; did you mean add?", "people", "ad")]
    [InlineData("it should be a day like 2026-11-20", "people", "fall", "P07", "--on", "20.11.2026")]
    [InlineData("it should be 0 to 8", "people", "add", "P07", "--disease-steps", "9")]
    [InlineData("what shall change?", "people", "change", "P07")]
    public async Task WrongUsage_BelowACommand_IsSaidInOneLine(string says, params string[] args)
    {
        Cli.Outcome outcome = await RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain(says);
    }

    [Fact]
    public async Task Help_OfACommandBelowACommand_EndsWithItsExamples()
    {
        (await Cli.RunAsync("people", "--help")).Out.ShouldContain("sign-off");
        (await Cli.RunAsync("help", "people", "fall")).Out.ShouldContain("gaitsense people fall P07");
    }

    public void Dispose() => _folder.Dispose();

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync([.. args, "--store", _folder["store.db"]]);
}
