namespace GaitSense.Devices.Tests;

/// <summary>Words from recordings and from the speech engine.</summary>
public sealed class SpeechTests : IDisposable
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal) { ["stop"] = "Please stop.", ["even"] = "Even steps." };

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task SpeakAsync_Engine_Speaks(string language)
    {
        Assert.SkipUnless(HasEspeak, "espeak-ng is not here: apt install espeak-ng");
        SpokenTexts spoken = await new SpeechSource(new SpeechOptions()).SpeakAsync(Texts, language, TestContext.Current.CancellationToken);
        spoken.Problem.ShouldBeNull();
        spoken.Recordings.Keys.ShouldBe(Texts.Keys, ignoreOrder: true);
        foreach (float[] words in spoken.Recordings.Values)
        {
            words.Length.ShouldBeInRange(48_000 / 4, 4 * 48_000);
            words.Max(Math.Abs).ShouldBeGreaterThan(0.1f);
        }
    }

    [Fact]
    public async Task SpeakAsync_UnknownVoice_SaysSo()
    {
        Assert.SkipUnless(HasEspeak, "espeak-ng is not here: apt install espeak-ng");
        SpokenTexts spoken = await new SpeechSource(new SpeechOptions()).SpeakAsync(Texts, "xx", TestContext.Current.CancellationToken);
        spoken.Recordings.Keys.ShouldBeEmpty();
        spoken.Problem.ShouldNotBeNull().ShouldContain("espeak-ng --voices");
    }

    [Fact]
    public async Task SpeakAsync_NoEngine_SaysOnceWhatToInstall()
    {
        SpeechSource source = new(new SpeechOptions { Program = "no-such-program" });
        SpokenTexts spoken = await source.SpeakAsync(Texts, "en", TestContext.Current.CancellationToken);
        spoken.Recordings.Keys.ShouldBeEmpty();
        spoken.Problem.ShouldBe("no-such-program is not here, so words are not spoken: install it (apt install espeak-ng), or give a folder with stop.wav and so on.");
    }

    [Fact]
    public async Task SpeakAsync_AFolder_GoesFirst()
    {
        using (WavOutput output = new(_folder["stop.wav"]))
        {
            output.Start((stereo, _, _) => stereo.Fill(0.25f));
            output.AdvanceTo(new Core.HostTime(0));
            output.AdvanceTo(new Core.HostTime(500_000));
        }

        SpeechSource source = new(new SpeechOptions { Folder = _folder.Path, Program = "no-such-program" });
        SpokenTexts spoken = await source.SpeakAsync(Texts, "en", TestContext.Current.CancellationToken);
        spoken.Recordings.Keys.ShouldBe(["stop"]);
        spoken.Recordings["stop"].ShouldAllBe(s => Math.Abs(s - 0.25f) < 1e-4f);
        spoken.Recordings["stop"].Length.ShouldBe(24_000);
        spoken.Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task SpeakAsync_EndedMeanwhile_DoesNotPassForDone(int at)
    {
        using CancellationTokenSource stop = new();
        List<int> begun = [];
        await Should.ThrowAsync<OperationCanceledException>(new SpeechSource(new SpeechOptions { Program = "no-such-program" }).SpeakAsync(Texts, "en", stop.Token, n =>
        {
            begun.Add(n);
            if (n == at) stop.Cancel();
        }));
        begun.ShouldBe(Enumerable.Range(1, at));
    }

    [Fact]
    public async Task SpeakAsync_ABrokenRecording_IsNamed()
    {
        await File.WriteAllTextAsync(_folder["stop.wav"], "no sound", TestContext.Current.CancellationToken);
        SpeechSource source = new(new SpeechOptions { Folder = _folder.Path, Program = "no-such-program" });
        SpokenTexts spoken = await source.SpeakAsync(Texts, "en", TestContext.Current.CancellationToken);
        spoken.Problem.ShouldNotBeNull().ShouldContain(_folder["stop.wav"]);
    }

    [Theory]
    [InlineData(22_050, 1000)]
    [InlineData(22_050, 9000)]
    [InlineData(16_000, 3000)]
    [InlineData(44_100, 15_000)]
    [InlineData(96_000, 15_000)]
    public void Resample_ATone_IsThatTone(int rateHz, double hz)
    {
        float[] tone = [.. Enumerable.Range(0, rateHz / 2).Select(i => (float)Math.Sin(2 * Math.PI * hz * i / rateHz))];
        float[] resampled = Resampler.Resample(tone, rateHz, 48_000);
        resampled.Length.ShouldBe(24_000);
        double worst = 0;
        for (int i = 500; i < resampled.Length - 500; i++) worst = Math.Max(worst, Math.Abs(resampled[i] - Math.Sin(2 * Math.PI * hz * i / 48_000)));
        worst.ShouldBeLessThan(0.001);
    }

    [Fact]
    public void Resample_WhatTheNewRateCannotHold_IsGone()
    {
        float[] tone = [.. Enumerable.Range(0, 48_000).Select(i => (float)Math.Sin(2 * Math.PI * 30_000 * i / 96_000))];
        Resampler.Resample(tone, 96_000, 48_000)[500..^500].Max(Math.Abs).ShouldBeLessThan(0.001f);
    }

    public void Dispose() => _folder.Dispose();

    private static bool HasEspeak => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "espeak-ng")));
}
