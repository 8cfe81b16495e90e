using GaitSense.Core;
using GaitSense.Feedback.Cues;
using GaitSense.Feedback.Plan;
using GaitSense.Feedback.Rhythm;

namespace GaitSense.Feedback.Engine;

/// <summary>
/// Tasks for the mind, one at a time: when they are asked, and the steady straight strides during each and just before it. A task begins when its words have been said to their end, and waits where
/// they cannot be; its end is said as well, even where it was broken off.
/// </summary>
internal sealed class TaskBlocks
{
    private readonly OpenCues _cues;
    private readonly KeptWords _end;
    private readonly Block[] _blocks, _inTime;
    private readonly string _endPhrase;
    private Block? _current;
    private DeviceTime _asked, _freeFrom;
    private int _cuts;

    /// <summary>Tasks of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cues">Who speaks.</param>
    public TaskBlocks(CuePlan plan, OpenCues cues)
    {
        _cues = cues;
        _end = new KeptWords(cues);
        _blocks = [.. plan.Tasks.Select(p => new Block(p))];
        _inTime = [.. _blocks.OrderBy(b => b.Plan.AtS)];
        _endPhrase = plan.Practice == Practice.Backward ? Phrases.TaskOver : Phrases.TaskEnd; // nobody is told to walk on backward
    }

    private enum Part { Waiting, Asked, Running, Over, BrokenOff }

    /// <summary>What the tasks cost that were asked and not broken off, in the plan's order.</summary>
    public IEnumerable<DualTaskCost> Costs => _blocks.Where(b => b.Part is Part.Running or Part.Over).Select(b => b.Cost);

    /// <summary>Time passes, and words may be said.</summary>
    /// <param name="now">The walk's time.</param>
    /// <param name="walkS">The same, s after the first sample.</param>
    /// <param name="mayBegin">Whether a task may be asked now.</param>
    public void Advance(DeviceTime now, double walkS, bool mayBegin)
    {
        switch (_current?.Part)
        {
            case null:
                if (mayBegin) Ask(now, walkS);
                break;
            case Part.Asked:
                if (_cues.Cuts != _cuts) (_current.Part, _current) = (Part.Waiting, null);
                else if (now.SecondsSince(_asked) >= OpenCues.WordsS) _current.Part = Part.Running;
                break;
            case Part.Running:
                if (now.SecondsSince(_asked) >= _current.Plan.DurationS) End(Part.Over, _endPhrase);
                break;
        }

        if (_end.Advance(now)) (_current, _freeFrom) = (null, now);
    }

    /// <summary>Something else is said, or somebody asks for silence: with "stop" a task that has begun is over.</summary>
    /// <returns>The phrase.</returns>
    public string Said(string phrase)
    {
        if (phrase is Phrases.Stop or Phrases.BoutOver && _current?.Part == Part.Running) End(Part.BrokenOff, Phrases.TaskOver);
        return phrase;
    }

    /// <summary>A steady straight stride.</summary>
    /// <param name="stride">The stride.</param>
    /// <param name="walkS">Now, s after the first sample.</param>
    /// <param name="wasCued">Whether there were cues then: what is compared is alike in that.</param>
    public void Straight(in Stride stride, double walkS, bool wasCued)
    {
        if (stride.Start is not { } start) return;
        if (_current is { Part: Part.Running } running && start.SecondsSince(_asked) >= OpenCues.WordsS) running.During(wasCued).Add(in stride);
        if (_current is not null || start < _freeFrom) return;
        foreach (Block block in _blocks)
            if (!block.WasAsked && walkS >= block.Plan.AtS - block.Plan.DurationS) block.Before(wasCued).Add(in stride);
    }

    private void Ask(DeviceTime now, double walkS)
    {
        foreach (Block block in _inTime)
        {
            if (block.Part != Part.Waiting || walkS < block.Plan.AtS) continue;
            if (!_cues.Say(PhraseOf(block.Plan.Task), now)) return;
            (block.Part, block.WasAsked, _current, _asked, _cuts) = (Part.Asked, true, block, now, _cues.Cuts);
            return;
        }
    }

    private void End(Part part, string phrase)
    {
        _current!.Part = part;
        _end.Keep(phrase);
    }

    private static string PhraseOf(TaskKind task) => task switch
    {
        TaskKind.Sevens => Phrases.TaskSevens,
        TaskKind.Threes => Phrases.TaskThrees,
        TaskKind.Animals => Phrases.TaskAnimals,
        _ => Phrases.TaskLetter,
    };

    private sealed class Block(TaskPlan plan)
    {
        private readonly StrideBlocks[] _before = [new(), new()], _during = [new(), new()];

        public TaskPlan Plan => plan;

        public Part Part { get; set; }

        public bool WasAsked { get; set; }

        public DualTaskCost Cost => new(plan.Task, Compare(s => s.Speed), Compare(s => s.Length));

        public StrideBlocks Before(bool isCued) => _before[isCued ? 1 : 0];

        public StrideBlocks During(bool isCued) => _during[isCued ? 1 : 0];

        private BenefitVerdict? Compare(Func<StrideBlocks, GrowingBlocks> of) =>
            BenefitVerdict.Of(of(Before(isCued: true)), of(During(isCued: true))) ?? BenefitVerdict.Of(of(Before(isCued: false)), of(During(isCued: false)));
    }

    private sealed class StrideBlocks
    {
        public GrowingBlocks Speed { get; } = new();

        public GrowingBlocks Length { get; } = new();

        public void Add(in Stride stride)
        {
            if (stride.SpeedMps is { } speed) Speed.Add(speed);
            if (stride.LengthM is { } length) Length.Add(length);
        }
    }
}
