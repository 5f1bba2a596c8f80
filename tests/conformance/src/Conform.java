// SPDX-License-Identifier: ISC
//
// Conform: holds PDF files against ISO 14289-1 (PDF/UA-1) and ISO 19005-3
// level A (PDF/A-3a), as veraPDF understands them. One line a file and
// profile: “ok FILE PROFILE”, or “FAIL FILE PROFILE CLAUSE-TEST: message”.
//
//   java Conform [--refuse] FILE...
//
// Exit status: 0 all files conform (with --refuse: each is refused by at
// least one profile), 1 not so, 2 usage.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class Conform {
    private static final List<PDFAFlavour> PROFILES =
        List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);
    private static final int FAULTS_SHOWN = 20;

    private Conform() { }

    public static void main(String[] args) {
        boolean refuse = args.length > 0 && args[0].equals("--refuse");
        List<String> files = new ArrayList<>(List.of(args));
        if (refuse)
            files.remove(0);
        if (files.isEmpty()) {
            System.err.println("usage: Conform [--refuse] FILE...");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        boolean fine = true;
        for (String file : files) {
            boolean conforms = true;
            for (PDFAFlavour profile : PROFILES)
                conforms &= check(file, profile);
            fine &= conforms != refuse;
            if (conforms && refuse)
                System.out.println("FAIL " + file + " was not refused");
        }
        System.exit(fine ? 0 : 1);
    }

    /** Whether the file conforms; says so, or why not. */
    private static boolean check(String file, PDFAFlavour profile) {
        Set<String> faults = new TreeSet<>();
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance()
                    .createParser(in, profile);
                PDFAValidator validator = Foundries.defaultInstance()
                    .createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion a : result.getTestAssertions())
                if (a.getStatus() == TestAssertion.Status.FAILED)
                    faults.add(a.getRuleId().getClause() + "-"
                        + a.getRuleId().getTestNumber() + ": "
                        + a.getMessage());
            if (!result.isCompliant() && faults.isEmpty())
                faults.add("not compliant");
        } catch (Exception e) {
            faults.add("cannot be read: " + e);
        }
        if (faults.isEmpty())
            System.out.println("ok " + file + " " + profile.getId());
        faults.stream().limit(FAULTS_SHOWN).forEach(f ->
            System.out.println("FAIL " + file + " " + profile.getId() + " "
                + f));
        return faults.isEmpty();
    }
}
