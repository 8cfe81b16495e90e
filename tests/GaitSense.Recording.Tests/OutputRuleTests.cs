using GaitSense.Recording.Files;

namespace GaitSense.Recording.Tests;

/// <summary>What is there is written over only where it is GaitSense's own, of the same input, and as it was written.</summary>
public sealed class OutputRuleTests : IDisposable
{
    private static readonly string[] Names = ["table.csv", "page.html"];
    private readonly TestFolder _folder = new();
    private MadeNote _made = new("results", "a place", ["an input"]);

    private string Out => _folder["out"];

    [Fact]
    public void WhatWasMadeOfTheSameInput_IsWrittenOver_UntilSomebodyChangesIt()
    {
        Make(Names);
        Check().Had("table.csv").ShouldBeTrue();
        File.AppendAllText(Path.Combine(Out, "table.csv"), "a remark\n");
        Refused().ShouldBe($"{Path.Combine(Out, "table.csv")}: was changed since gaitsense made it: choose another place, move it away, or write over it with --force");
        Check(force: true).Had("table.csv").ShouldBeFalse();
    }

    [Fact]
    public void WhatWasMadeOfAnotherInput_IsRefused()
    {
        Make(Names);
        _made = new MadeNote("results", "another place", ["another input"]);
        Refused().ShouldContain("not made of this input by gaitsense");
    }

    // Killed between the names of two files: one is new, one is still the older, and both are ours.
    [Fact]
    public void WhoeverWasKilledWhileNamesWereGiven_FindsOwnFiles()
    {
        Make(Names);
        Check().Begin("table.csv");
        Write("table.csv", "newer");
        OutputNote next = Check();
        Names.ShouldAllBe(n => next.Had(n));
        next.Begin(Names);
        next.Settle();
        File.AppendAllText(Path.Combine(Out, "table.csv"), "a remark\n");
        Refused().ShouldContain("was changed");
    }

    [Fact]
    public void ANoteWithoutDigests_SaysOfWhatFilesAre_AndNotThatTheyAreUnchanged()
    {
        Make(Names);
        File.WriteAllText(Path.Combine(Out, MadeNote.NameOf(Names[0])), """{"format":"gaitsense-made","version":1,"kind":"results","place":"a place","inputs":["an input"],"files":["table.csv","page.html"]}""");
        Refused().ShouldContain("table.csv");
        MadeFile[] asWritten = [.. Names.Select(n => new MadeFile(n, Sha256Hex.OfFile(Path.Combine(Out, n))))];
        Check(proof: new MadeNote("results", null, []) { Files = asWritten }).Had("page.html").ShouldBeTrue();
    }

    [Fact]
    public void AFileThatAnEarlierRunMade_StaysInTheNoteWhileItIsThere()
    {
        Make(Names);
        OutputNote later = Check();
        later.Begin("table.csv");
        later.Settle();
        Check().Had("page.html").ShouldBeTrue();
        File.Delete(Path.Combine(Out, "page.html"));
        later.Settle();
        MadeNote.Find(Out, "table.csv")!.Files.Select(f => f.Name).ShouldBe(["table.csv"]);
    }

    [Fact]
    public void WhatAKilledRunWasWriting_Goes_AndNothingElse()
    {
        string[] theirs = [".table.csv.backup.tmp", ".other.csv.0123abcd.tmp", "table.csv.0123abcd.tmp", ".table.csv.tmp"], left = [".table.csv.0123abcd.tmp", "..table.csv.made.0123abcd.tmp"];
        foreach (string name in theirs.Concat(left)) Write(name, "half");
        using (FileStream underWay = new(Path.Combine(Out, ".page.html.0123abcd.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None)) Check();
        Directory.GetFiles(Out).Select(f => Path.GetFileName(f)).ShouldBe([.. theirs, ".page.html.0123abcd.tmp"], ignoreOrder: true);
    }

    [Theory, InlineData("session.json"), InlineData("session.gait")]
    public void AmongTheFilesOfARecording_NothingElseIsWritten_NotEvenByForce(string file)
    {
        Write(file, "{}");
        Should.Throw<OutputRefusedException>(() => Check(force: true)).Message.ShouldContain("is a recording");
        Should.Throw<OutputRefusedException>(() => new OutputRule([]).CheckFree(Out, Names)).Message.ShouldContain("is a recording");
    }

    public void Dispose() => _folder.Dispose();

    private OutputNote Check(bool force = false, MadeNote? proof = null) => new OutputRule([], force).Check(Out, Names, _made, proof: proof);

    private string Refused() => Should.Throw<OutputRefusedException>(() => Check()).Message;

    private void Make(string[] names)
    {
        OutputNote note = Check();
        note.Begin(names);
        foreach (string name in names) Write(name, "a result of " + name);
        note.Settle();
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, name), text);
    }
}
