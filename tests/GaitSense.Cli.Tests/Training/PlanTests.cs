using System.Text.Json.Nodes;
using System.Xml.Linq;
using GaitSense.Cli.App;
using GaitSense.Training.Phone;

namespace GaitSense.Cli.Tests;

public sealed class PlanTests : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    public async ValueTask InitializeAsync() => (await RunAsync("people", "add", "P07", "--zone", "Etc/UTC")).Code.ShouldBe(ExitCode.Done);

    [Fact]
    public async Task NewPlan_OfWhoWalkedTwelveMinutes_HasWalksOfSix()
    {
        (await RunAsync("plan", "new", "P07", "--longest", "12")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("plan", "show", "P07")).Out.ShouldContain("6 minutes");
        JsonNode.Parse((await RunAsync("plan", "show", "P07", "--json")).Out)!["slots"]!.AsArray().ShouldAllBe(s => s!["minutes"]!.GetValue<double>() == 6);
    }

    [Fact]
    public async Task NewPlan_ThatWouldBeginLongAgo_IsRefusedWithTheRange()
    {
        (await RunAsync("plan", "new", "P07", "--longest", "12", "--from", "1900-01-01")).ShouldFailInOneLine("P07: from is 1900-01-01; a plan begins at most 366 days before or after the day on which it is made, 1970-01-01");
        (await RunAsync("plan", "show", "P07")).ShouldFailInOneLine("has no plan yet");
    }

    [Fact]
    public async Task Plan_ThatIsEditedAndBroughtBack_IsTheNextVersionAndTheFirstStays()
    {
        await RunAsync("plan", "new", "P07", "--longest", "12");
        string json = (await RunAsync("plan", "show", "P07", "--json")).Out;
        await File.WriteAllTextAsync(_folder["plan.json"], json.Replace("\"minutes\": 6", "\"minutes\": 5", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await RunAsync("plan", "change", "P07", _folder["plan.json"], "--reason", "tired in the heat")).Code.ShouldBe(ExitCode.Done);
        (await RunAsync("plan", "show", "P07")).Out.ShouldContain("tired in the heat");
        JsonNode.Parse((await RunAsync("plan", "show", "P07", "--version", "1", "--json")).Out)!["slots"]![0]!["minutes"]!.GetValue<double>().ShouldBe(6);
        JsonNode.Parse((await RunAsync("plan", "show", "P07", "--json")).Out)!["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("\"minutes\": 6", "\"minutes\": 600", "minutes")]
    [InlineData("\"person\": \"P07\"", "\"person\": \"P08\"", "P08")]
    [InlineData("{", "", "plan.json")]
    public async Task File_ThatCannotBeAPlan_IsRefusedInOneLineAndNothingChanges(string from, string to, string says)
    {
        await RunAsync("plan", "new", "P07", "--longest", "12");
        string json = (await RunAsync("plan", "show", "P07", "--json")).Out;
        await File.WriteAllTextAsync(_folder["plan.json"], json.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await RunAsync("plan", "change", "P07", _folder["plan.json"], "--reason", "x")).ShouldFailInOneLine(says);
        (await RunAsync("plan", "show", "P07", "--json")).Out.ShouldBe(json);
    }

    [Fact]
    public async Task Today_WithChestPain_OffersNothingAndSaysOnlyTheEmergency()
    {
        await RunAsync("plan", "new", "P07", "--longest", "12");
        (await RunAsync("plan", "today", "P07", "--answers", "news=yes,emergency=yes")).Out.ShouldBe("Do not walk. Call 112 now.\n");
    }

    [Fact]
    public async Task Today_AsUsual_OffersThePlansWalk()
    {
        await RunAsync("plan", "new", "P07", "--longest", "12");
        string today = (await RunAsync("plan", "today", "P07", "--answers", "news=no,fall=no,warm=no,company=yes")).Out;
        today.ShouldContain("6 minutes");
        today.ShouldContain("This cannot call for help");
        today.ShouldNotContain("still to be asked");
    }

    [Fact]
    public async Task Today_WhenItIsWarm_IsHalf()
    {
        await RunAsync("plan", "new", "P07", "--longest", "12");
        (await RunAsync("plan", "today", "P07", "--answers", "news=no,fall=no,warm=yes,company=yes")).Out.ShouldContain("3 minutes");
    }

    [Fact]
    public async Task Progression_WithoutAStatement_IsOffAndSaysSo()
    {
        await RunAsync("plan", "new", "P07", "--longest", "12");
        (await RunAsync("plan", "propose", "P07")).Out.ShouldContain("Progression is off");
        (await RunAsync("plan", "propose", "P07", "--confirm")).ShouldFailInOneLine("nothing is proposed");
        (await RunAsync("plan", "regime")).Out.ShouldContain("no statement");
        (await RunAsync("plan", "regime", "approved_study")).Code.ShouldBe(ExitCode.WrongUsage);
        (await RunAsync("plan", "regime", "approved_study", "--reference", "vote 123/26")).Out.ShouldContain("vote 123/26");
        (await RunAsync("plan", "propose", "P07")).Out.ShouldContain("two full weeks");
    }

    [Theory]
    [InlineData("en", "Walk backward 4 times.")]
    [InlineData("de", "Gehen Sie 4 Mal rückwärts.")]
    public async Task Paper_OfAPlan_IsAWellFormedPageInTheWalkersLanguage(string language, string says)
    {
        await RunAsync("plan", "new", "P07", "--programme", "backward-8-weeks", "--longest", "20");
        (await RunAsync("plan", "paper", "P07", "--out", _folder["plan.html"], "--language", language)).Code.ShouldBe(ExitCode.Done);
        XDocument page = XDocument.Parse((await File.ReadAllTextAsync(_folder["plan.html"], TestContext.Current.CancellationToken)).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        page.Descendants("section").Count().ShouldBe(8);
        page.Descendants("section").First().Descendants("li").Count().ShouldBe(3); // one in the clinic, two at home
        page.Descendants("p").Select(p => p.Value).ShouldContain(p => p.Contains(says, StringComparison.Ordinal));
        page.Descendants("script").ShouldBeEmpty();
        (await RunAsync("plan", "paper", "P07", "--out", _folder["plan.html"])).ShouldFailInOneLine("is there already");
    }

    [Fact]
    public async Task PlanForAPhone_IsAFileWithTheCodeAlone_ThatAPhoneCanFollow()
    {
        await RunAsync("plan", "new", "P07", "--programme", "backward-8-weeks", "--longest", "20");
        Cli.Outcome outcome = await RunAsync("plan", "phone", "P07", "--out", _folder["phone.json"]);
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        outcome.Out.ShouldContain("backward-8-weeks@1, version 1, until ");
        PhonePlan plan = PhonePlan.Read(await File.ReadAllTextAsync(_folder["phone.json"], TestContext.Current.CancellationToken));
        plan.Plan.Person.ShouldBe("P07");
        plan.SlotIds.Count.ShouldBe(plan.Plan.Slots.Count);
        (await RunAsync("plan", "phone", "P07", "--out", _folder["phone.json"])).ShouldFailInOneLine("is there already");
        await RunAsync("people", "change", "P07", "--status", "paused");
        (await RunAsync("plan", "phone", "P07", "--out", _folder["other.json"])).ShouldFailInOneLine("does not train now (paused)");
    }

    [Theory]
    [InlineData("there is no programme backward; ", "plan", "new", "P07", "--programme", "backward")]
    [InlineData("there is no question new; did you mean news?", "plan", "today", "P07", "--answers", "new=yes")]
    [InlineData("news is answered with yes, no or skip", "plan", "today", "P07", "--answers", "news=maybe")]
    public async Task WrongUsage_OfAPlan_IsSaid(string says, params string[] args)
    {
        Cli.Outcome outcome = await RunAsync(args);
        outcome.Code.ShouldBe(ExitCode.WrongUsage, outcome.Error);
        outcome.Error.ShouldContain(says.TrimEnd(' ', ';'));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Cli.Outcome> RunAsync(params string[] args) => Cli.RunAsync(args is ["plan"] or ["people"] ? args : [.. args, "--store", _folder["store.db"]]);
}
