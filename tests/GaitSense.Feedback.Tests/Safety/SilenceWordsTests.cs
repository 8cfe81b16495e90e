using GaitSense.Feedback.Cues;

namespace GaitSense.Feedback.Tests;

/// <summary>Why there are no cues is said in words of its own, in each language.</summary>
public sealed class SilenceWordsTests
{
    [Fact]
    public void EachReason_HasWordsOfItsOwn()
    {
        foreach (string language in Phrases.Languages)
        {
            string[] words = [.. Enum.GetValues<SilenceReason>().Select(r => SilenceWords.Of(r, language))];
            words.Distinct(StringComparer.Ordinal).Count().ShouldBe(words.Length);
            words.ShouldAllBe(w => w.Length > 5);
        }
    }

    [Theory]
    [InlineData(SilenceReason.SensorLost, "a sensor was not heard", "ein Sensor meldete sich nicht")]
    [InlineData(SilenceReason.SensorFault, "a sensor's readings cannot be right", "die Messwerte eines Sensors können nicht stimmen")]
    [InlineData(SilenceReason.StepMissed, "a step did not come", "ein Schritt blieb aus")]
    [InlineData(SilenceReason.WrongDirection, "another direction than is practised", "andere Richtung als geübt")]
    [InlineData(SilenceReason.Steep, "stairs or a steep slope", "Treppe oder steiler Hang")]
    [InlineData(SilenceReason.Unchecked, "the check before the walk is not passed", "die Prüfung vor dem Gehen ist nicht bestanden")]
    [InlineData(SilenceReason.Unconfirmed, "the checklist of backward practice is not confirmed", "die Checkliste für das Rückwärtsgehen ist nicht bestätigt")]
    [InlineData(SilenceReason.Stopped, "somebody stopped them", "jemand hat sie angehalten")]
    public void Reason_ThatSomebodyActsOn_IsTheRightOne(SilenceReason reason, string en, string de)
    {
        SilenceWords.Of(reason, "en").ShouldBe(en);
        SilenceWords.Of(reason, "de").ShouldBe(de);
    }

    [Fact]
    public void ReasonOrLanguage_ThatThereIsNot_IsRefused()
    {
        Should.Throw<ArgumentException>(() => SilenceWords.Of((SilenceReason)99, "en")).Message.ShouldContain("There is no reason 99");
        Should.Throw<ArgumentException>(() => SilenceWords.Of(SilenceReason.Steep, "xx")).Message.ShouldContain("There are no words in xx");
    }
}
